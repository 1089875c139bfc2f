using System.Runtime.CompilerServices;
using WorkflowKit.Compilation;

namespace WorkflowKit.Tests.Compilation;

public sealed class ImageLoaderTests
{
    private static readonly RoslynCompiler Compiler = new(HostReferences.Create([]));

    [Fact]
    public void An_image_is_loaded_once_while_it_is_in_use()
    {
        var loader = new ImageLoader([]);
        var image = Compile(Sources.Saying("Shared", "shared"));

        loader.Load(image).Assembly.ShouldBeSameAs(loader.Load(image).Assembly);
    }

    [Fact]
    public void An_image_that_was_released_can_be_loaded_again()
    {
        var loader = new ImageLoader([]);
        var source = Sources.Saying("Again", "again");
        var image = Compile(source);
        loader.Load(image).Release();

        loader.Load(image).Create(source).ToString(null, null).ShouldBe("again");
    }

    [Fact]
    public void A_released_image_unloads()
    {
        var context = LoadAndRelease(new ImageLoader([]), Compile(Sources.Saying("Gone", "gone")));

        Unloading.Wait(context);

        context.IsAlive.ShouldBeFalse();
    }

    [Fact]
    public async Task Code_that_is_running_ends_as_if_nothing_had_been_released()
    {
        var source = Sources.Class(
            "Running",
            """
                public string ToString(string? format, System.IFormatProvider? provider) => "";

                public async System.Threading.Tasks.Task<string> RunAsync(System.Threading.Tasks.Task gate)
                {
                    await gate;
                    System.Func<string, string> notJittedBefore = text => new System.Xml.Linq.XElement(System.Text.RegularExpressions.Regex.Replace(text, "x", "y")).ToString();
                    return notJittedBefore("x");
                }
            """);
        var image = new ImageLoader([]).Load(Compile(source));
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        dynamic running = image.Create(source);
        Task<string> run = running.RunAsync(gate.Task);

        image.Release();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        gate.SetResult();

        (await run).ShouldBe("<y />");
    }

    private static CompiledImage Compile(GeneratedSource source) =>
        Compiler.Compile([source], TestContext.Current.CancellationToken).Image.ShouldNotBeNull();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LoadAndRelease(ImageLoader loader, CompiledImage image)
    {
        var loaded = loader.Load(image);
        loaded.Release();
        return new WeakReference(loaded.Assembly);
    }
}
