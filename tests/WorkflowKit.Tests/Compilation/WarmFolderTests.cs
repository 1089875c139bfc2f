using static WorkflowKit.Tests.Compilation.CompilerUnderTest;

namespace WorkflowKit.Tests.Compilation;

public sealed class WarmFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflowkit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_restart_over_a_warm_folder_starts_no_Roslyn()
    {
        await new CompilerUnderTest(folder: _folder).Compiler.CompileAllAsync([Definition("one"), Definition("two")], TestContext.Current.CancellationToken);
        var restarted = new CompilerUnderTest(folder: _folder);

        var results = await restarted.Compiler.CompileAllAsync([Definition("one"), Definition("two")], TestContext.Current.CancellationToken);

        results.ShouldAllBe(result => result.FromCache && result.Program != null && result.CSharp != null);
        restarted.Stage.Compilations.ShouldBe(0);
    }

    [Fact]
    public async Task A_host_with_other_steps_compiles_anew()
    {
        await new CompilerUnderTest(folder: _folder).CompileAsync(Definition("one"));
        var other = new CompilerUnderTest(new FakeFrontEnd { Fingerprint = "other" }, _folder);

        await other.CompileAsync(Definition("one"));

        other.Stage.Compilations.ShouldBe(1);
    }

    [Fact]
    public async Task A_damaged_file_is_compiled_anew_and_mended()
    {
        await new CompilerUnderTest(folder: _folder).CompileAsync(Definition("one"));
        foreach (var file in Directory.GetFiles(_folder, "*", SearchOption.AllDirectories))
            await File.WriteAllTextAsync(file, "damaged", TestContext.Current.CancellationToken);

        var second = new CompilerUnderTest(folder: _folder);
        (await second.CompileAsync(Definition("one"))).Succeeded.ShouldBeTrue();
        second.Stage.Compilations.ShouldBe(1);

        var third = new CompilerUnderTest(folder: _folder);
        (await third.CompileAsync(Definition("one"))).FromCache.ShouldBeTrue();
    }
}
