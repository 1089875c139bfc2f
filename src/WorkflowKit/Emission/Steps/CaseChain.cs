using WorkflowKit.Binding;

namespace WorkflowKit.Emission;

/// <summary>Alternatives of which at most one is taken: the cases of a <c>switch</c>, the clauses of a <c>catch</c>.</summary>
internal static class CaseChain
{
    /// <summary>Writes the alternatives as an if and its elses. Each first says which steps it passes over; <paramref name="end"/> is its last line.</summary>
    public static void Emit(IReadOnlyList<CheckedCase> cases, CheckedScope? otherwise, EmissionContext context, Code end = default)
    {
        var all = Reachable(cases).ToList();
        var scopes = cases.Select(one => one.Steps).Append(otherwise).OfType<CheckedScope>().ToList();
        Code keyword = $"if";
        foreach (var one in all)
        {
            if (one.When is null && all.Count == 1)
            {
                Body(one.Steps);
                return;
            }

            if (one != all[0] && one.Source is not null)
                context.Locate(one.Source);
            using (context.Out.Block(one.When is null ? (Code)$"else" : $"{keyword} ({context.Values.Of(one.When)})"))
                Body(one.Steps);
            keyword = $"else if";
        }

        if (all is [.., { When: null }])
            return;
        if (all.Count == 0)
            Body(otherwise);
        else if (otherwise is { Steps.Count: > 0 } || scopes.Any(scope => scope.Steps.Count > 0))
        {
            using (context.Out.Block($"else"))
                Body(otherwise, isLast: true);
        }

        void Body(CheckedScope? taken, bool isLast = false)
        {
            var skipped = scopes.Where(scope => scope != taken).SelectMany(scope => scope.Steps).ToList();
            if (skipped.Count > 0)
                context.Out.Line($"run.Skip({Code.CommaList(skipped.Select(step => Code.Identifier(step.Symbol.Slot)))});");
            if (taken is { Steps.Count: > 0 })
            {
                if (skipped.Count > 0)
                    context.Out.Line();
                ScopeEmitter.Emit(taken, context);
            }

            if (!end.IsEmpty && !isLast)
                context.Out.Line(end);
        }
    }

    // What stands behind an alternative without a condition is never taken.
    private static IEnumerable<CheckedCase> Reachable(IReadOnlyList<CheckedCase> cases)
    {
        foreach (var one in cases)
        {
            yield return one;
            if (one.When is null)
                yield break;
        }
    }
}
