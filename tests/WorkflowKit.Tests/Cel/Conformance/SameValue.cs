using WorkflowKit.Expressions;

namespace WorkflowKit.Tests.CelTests.Conformance;

/// <summary>Whether two values are the same, types included: 1 and 1.0 are equal in CEL, but not the same.</summary>
internal static class SameValue
{
    public static bool Test(CelValue expected, CelValue actual)
    {
        if (expected.Kind != actual.Kind)
            return false;
        return expected.Kind switch
        {
            CelKind.Double => expected.Double.Equals(actual.Double),
            CelKind.List => expected.Items.Count == actual.Items.Count && expected.Items.Zip(actual.Items).All(pair => Test(pair.First, pair.Second)),
            CelKind.Map => expected.Entries.Count == actual.Entries.Count
                && expected.Entries.Entries.All(entry => actual.Entries.Entries.Any(other => Test(entry.Key, other.Key) && Test(entry.Value, other.Value))),
            CelKind.Optional => expected.HasValue == actual.HasValue && (!expected.HasValue || Test(expected.OptionalValue, actual.OptionalValue)),
            _ => expected.Equals(actual),
        };
    }
}
