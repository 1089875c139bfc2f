using WorkflowKit.Compilation;
using WorkflowKit.Definitions;

namespace WorkflowKit.Tests.Compilation;

/// <summary>C# as an emitter could have made it, for tests of what comes after the emitter.</summary>
internal static class Sources
{
    public static GeneratedSource Class(string name, string members, string json = "{}") => new(
        new SourceText(json, name.ToLowerInvariant() + ".workflow.json"),
        "WorkflowKit.Compiled." + name,
        $$"""
        #nullable enable
        namespace WorkflowKit.Compiled;

        public sealed class {{name}} : System.IFormattable
        {
        {{members}}
        }
        """);

    /// <summary>A class whose <c>ToString</c> gives a text.</summary>
    public static GeneratedSource Saying(string name, string text) =>
        Class(name, $"    public string ToString(string? format, System.IFormatProvider? provider) => \"{text}\";");

    public static IFormattable Create(this LoadedImage image, GeneratedSource source) =>
        (IFormattable)Activator.CreateInstance(image.Assembly.GetType(source.ClassName, throwOnError: true)!)!;
}
