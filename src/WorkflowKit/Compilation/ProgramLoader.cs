using System.Reflection;
using WorkflowKit.Runs;

namespace WorkflowKit.Compilation;

/// <summary>Makes a program that can run from one that is known.</summary>
internal sealed class ProgramLoader(ImageLoader images)
{
    /// <summary>The program, with a handle of its own.</summary>
    /// <exception cref="ProgramLoadException">It cannot be loaded into this host.</exception>
    public CompiledProgram Load(CachedProgram program)
    {
        LoadedImage? image = null;
        try
        {
            image = images.Load(program.Image);
            var type = image.Assembly.GetType(program.ClassName, throwOnError: true)!;
            return new CompiledProgram(image, (CompiledWorkflow)Activator.CreateInstance(type)!);
        }
        catch (Exception exception) when (exception is TypeLoadException or BadImageFormatException or IOException
            or MissingMemberException or InvalidCastException or TargetInvocationException)
        {
            image?.Release();
            throw new ProgramLoadException(exception);
        }
    }
}
