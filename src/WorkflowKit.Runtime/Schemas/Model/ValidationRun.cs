using System.Runtime.CompilerServices;
using System.Text;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Model;

/// <summary>
/// The state of one validation. Without an error list it only answers yes or no, stops at the first no, and allocates nothing.
/// </summary>
internal struct ValidationRun
{
    /// <summary>How many schemas one validation may apply. Schemas are written by users; some would take years.</summary>
    private const long Budget = 10_000_000;

    private const int MaxDepth = 1_024;

    /// <summary>Nobody reads more; and a list of a million wrong items would fill the memory.</summary>
    private const int MaxErrors = 1_000;

    private readonly List<PathSegment>? _path;
    private List<SchemaError>? _errors;
    private long _used;
    private int _depth;

    public ValidationRun(List<SchemaError>? errors)
    {
        _errors = errors;
        _path = errors is null ? null : [];
    }

    /// <summary>Whether more errors are wanted, so that a check goes on after the first.</summary>
    public readonly bool Collects => _errors is { Count: < MaxErrors };

    /// <summary>Whether the path to the present value is kept.</summary>
    public readonly bool KeepsPath => _errors is not null;

    /// <summary>Why the validation was given up; <see langword="null"/> where it was not.</summary>
    public string? GaveUp { get; private set; }

    /// <summary>Counts one schema applied, one level deeper; false where the limits are reached. Call <see cref="Leave"/> in any case.</summary>
    public bool Enter()
    {
        _depth++;
        Charge(1);
        if (_depth > MaxDepth || (_depth % 32 == 0 && !RuntimeHelpers.TryEnsureSufficientExecutionStack()))
            GaveUp ??= "is nested too deeply to be checked";

        return GaveUp is null;
    }

    public void Leave() => _depth--;

    /// <summary>Counts work; false where there has been too much of it.</summary>
    public bool Charge(long cost)
    {
        _used += cost;
        if (_used > Budget)
            GaveUp ??= "is too large to be checked against this schema";
        return GaveUp is null;
    }

    public void GiveUp(string reason) => GaveUp ??= reason;

    public readonly void Push(string name)
    {
        if (_errors is not null)
            _path!.Add(new(name, 0));
    }

    public readonly void Push(int index)
    {
        if (_errors is not null)
            _path!.Add(new(null, index));
    }

    public readonly void Pop()
    {
        if (_errors is not null)
            _path!.RemoveAt(_path.Count - 1);
    }

    /// <summary>Reports an error at the present place and answers false.</summary>
    public readonly bool Fail(string keyword, string expected, string actual, string? message = null)
    {
        _errors?.Add(new(Pointer(), keyword, expected, actual, message ?? $"must be {expected}"));
        return false;
    }

    /// <summary>Whether a value satisfies a schema, whatever the answer means for the whole.</summary>
    public bool Satisfies(SchemaNode node, System.Text.Json.JsonElement instance)
    {
        var errors = _errors;
        _errors = null;
        var satisfied = node.Check(instance, ref this);
        _errors = errors;
        return satisfied;
    }

    /// <summary>Takes the errors reported since <paramref name="count"/> back and gives them to the caller.</summary>
    public readonly List<SchemaError> TakeErrorsSince(int count)
    {
        var taken = _errors!.GetRange(count, _errors.Count - count);
        _errors.RemoveRange(count, _errors.Count - count);
        return taken;
    }

    public readonly int ErrorCount => _errors?.Count ?? 0;

    public readonly int PathLength => _path?.Count ?? 0;

    public readonly void AddErrors(IEnumerable<SchemaError> errors) => _errors?.AddRange(errors);

    public readonly string Pointer()
    {
        var pointer = new StringBuilder();
        foreach (var segment in _path!)
        {
            pointer.Append('/');
            if (segment.Name is null)
                pointer.Append(segment.Index);
            else
                pointer.Append(JsonPointer.Escape(segment.Name));
        }

        return pointer.ToString();
    }
}
