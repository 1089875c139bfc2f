using System.Runtime.CompilerServices;

namespace WorkflowKit.Benchmarks.Expressions;

/// <summary>An expression beside the C# that a developer would write in its place.</summary>
/// <param name="Template">The expression as it stands in a definition.</param>
/// <param name="Result">The .NET type of the place that it stands in.</param>
internal abstract record ExpressionCase(string Template, Type Result)
{
    public static ExpressionCase Of<T>(string template, Func<T> handwritten) => new Case<T>(template, handwritten);

    /// <summary>Works that evaluate both as often as told, of which one is ours.</summary>
    public abstract (Func<Task> Ours, Func<Task> ByHand) Works(Delegate emitted, int times);

    private sealed record Case<T>(string Template, Func<T> Handwritten) : ExpressionCase(Template, typeof(T))
    {
        private T? _last;

        public override (Func<Task> Ours, Func<Task> ByHand) Works(Delegate emitted, int times)
        {
            var ours = (Func<T>)emitted;
            var (mine, theirs) = (Text(ours()), Text(Handwritten()));
            return mine == theirs
                ? (() => Repeat(ours, times), () => Repeat(Handwritten, times))
                : throw new InvalidOperationException($"{Template} is {mine}; by hand it is {theirs}.");
        }

        // Compiled once and for good: with a profile, the runtime would inline the one of the two that it meets more often.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private Task Repeat(Func<T> evaluate, int times)
        {
            for (var i = 0; i < times; i++)
                _last = evaluate();
            return Task.CompletedTask;
        }

        private static string? Text(T value) => value is IEnumerable<string> items ? string.Join(',', items) : value?.ToString();
    }
}
