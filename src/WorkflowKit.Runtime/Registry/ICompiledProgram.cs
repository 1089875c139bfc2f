using System.ComponentModel;
using WorkflowKit.Runs;

namespace WorkflowKit;

/// <summary>
/// A handle on a compiled workflow. Disposing it tells that this holder runs nothing of it any more; when the last handle is disposed the
/// program's code can be unloaded. Disposing twice does nothing.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ICompiledProgram : IDisposable
{
    /// <summary>The workflow, one instance for all of its runs; not to be used after the handle was disposed.</summary>
    CompiledWorkflow Workflow { get; }
}
