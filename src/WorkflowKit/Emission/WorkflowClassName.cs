using System.Text;

namespace WorkflowKit.Emission;

/// <summary>The name of a workflow's class: <c>order-fulfilment</c> becomes <c>OrderFulfilmentWorkflow</c>. Two ids never give one name.</summary>
internal static class WorkflowClassName
{
    /// <summary>The namespace of all compiled workflows.</summary>
    public const string Namespace = "WorkflowKit.Compiled";

    private static readonly HashSet<string> Ours = [.. typeof(StepContext).Assembly.GetExportedTypes().Select(type => type.Name)];

    public static string Of(string workflowId)
    {
        var name = new StringBuilder(workflowId.Length + 8);
        var isUpper = true;
        for (var i = 0; i < workflowId.Length; i++)
        {
            if (workflowId[i] != '-')
            {
                name.Append(isUpper ? char.ToUpperInvariant(workflowId[i]) : workflowId[i]);
                isUpper = false;
                continue;
            }

            // A hyphen that no capital letter can stand for stays visible: a-1 is not a1.
            isUpper = i + 1 < workflowId.Length && char.IsAsciiLetter(workflowId[i + 1]);
            if (!isUpper)
                name.Append('_');
        }

        name.Append("Workflow");
        return Ours.Contains(name.ToString()) ? name.Append('_').ToString() : name.ToString();
    }
}
