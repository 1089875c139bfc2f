namespace WorkflowKit.Definitions;

/// <summary>What other workflow formats call the members and words of this one.</summary>
internal static class ForeignWords
{
    private static readonly string[][] Groups =
    [
        ["with", "input", "inputs", "params", "parameters", "args", "arguments"],
        ["steps", "do", "actions", "tasks", "activities", "body"],
        ["message", "text", "msg"],
        ["if", "when", "condition", "only_if", "onlyIf", "runIf"],
        ["after", "needs", "depends_on", "dependsOn", "depends", "runAfter"],
        ["type", "uses", "action", "kind"],
        ["items", "in", "over", "list", "collection"],
        ["as", "var", "variable"],
        ["cases", "choices", "conditions"],
        ["default", "else", "otherwise"],
        ["maxAttempts", "count", "times", "limit", "retries"],
        ["delay", "interval", "wait", "backoffDelay"],
        ["for", "duration", "delay", "seconds"],
        ["schema", "form", "fields"],
        ["workflow", "workflowId"],
        ["onError", "on_error"],
        ["continue", "ignore", "skip", "resume"],
        ["fail", "stop", "abort", "throw", "error", "raise"],
        ["information", "notice"],
        ["forEach", "for", "each", "loop"],
        ["wait", "delay", "sleep", "pause"],
        ["log", "print", "echo"],
        ["return", "end", "exit"],
        ["set", "assign"],
        ["workflow", "call", "subworkflow"],
    ];

    /// <summary>The first candidate that another format calls so.</summary>
    public static string? Of(string word, IEnumerable<string> candidates) =>
        candidates.FirstOrDefault(candidate => candidate != word && Array.Exists(Groups, group => group.Contains(word) && group.Contains(candidate)));
}
