using WorkflowKit.Runs;

namespace WorkflowKit.Compilation;

/// <summary>A handle on a workflow in a loaded image. When the last handle on an image is disposed, its code unloads.</summary>
internal sealed class CompiledProgram(LoadedImage image, CompiledWorkflow workflow) : ICompiledProgram
{
    private LoadedImage? _image = image;

    public CompiledWorkflow Workflow { get; } = workflow;

    public void Dispose() => Interlocked.Exchange(ref _image, null)?.Release();
}
