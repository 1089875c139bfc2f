using Microsoft.Extensions.Logging.Abstractions;
using WorkflowKit.Compilation;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Tests.Compilation;

public sealed class ProgramFolderTests : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("workflowkit-").FullName;

    private readonly CachedProgram _program = new(
        "WorkflowKit.Compiled.Orders",
        "// code: \u00e4\u2028",
        [new Diagnostic("WK3001", DiagnosticSeverity.Warning, "Message.", "Hint.", "/steps/0", new SourceSpan(1, 2, 3, 4, 5, 6))],
        new CompiledImage([1, 2, 3], [4, 5]));

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Fact]
    public void A_program_comes_back_as_it_was_written()
    {
        Open().Write("key", _program);

        var read = Open().Read("key").ShouldNotBeNull();

        read.ClassName.ShouldBe(_program.ClassName);
        read.CSharp.ShouldBe(_program.CSharp);
        read.Warnings.ShouldBe(_program.Warnings);
        read.Image.Hash.ShouldBe(_program.Image.Hash);
    }

    [Fact]
    public void An_unknown_program_is_not_there() => Open().Read("unknown").ShouldBeNull();

    [Theory]
    [InlineData("*.program")]
    [InlineData("*.image")]
    public void A_file_with_one_bit_turned_is_as_good_as_none(string pattern)
    {
        Open().Write("key", _program);
        var file = Directory.GetFiles(_path, pattern, SearchOption.AllDirectories).ShouldHaveSingleItem();
        var whole = File.ReadAllBytes(file);

        for (var i = 0; i < whole.Length; i++)
        {
            var damaged = whole.ToArray();
            damaged[i] ^= 0x10;
            File.WriteAllBytes(file, damaged);
            Open().Read("key").ShouldBeNull($"byte {i} was turned");
        }
    }

    [Theory]
    [InlineData("*.program")]
    [InlineData("*.image")]
    public void A_file_that_was_cut_short_is_as_good_as_none(string pattern)
    {
        Open().Write("key", _program);
        var file = Directory.GetFiles(_path, pattern, SearchOption.AllDirectories).ShouldHaveSingleItem();
        var whole = File.ReadAllBytes(file);

        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(file, whole[..length]);
            Open().Read("key").ShouldBeNull($"only {length} bytes were left");
        }
    }

    [Fact]
    public void Only_the_hosts_user_may_look_into_the_folder()
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode Others = ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Open().Write("key", _program);

        var folder = Directory.GetDirectories(_path).ShouldHaveSingleItem();
        (File.GetUnixFileMode(folder) & Others).ShouldBe(UnixFileMode.None);
        foreach (var file in Directory.GetFiles(folder))
            (File.GetUnixFileMode(file) & Others).ShouldBe(UnixFileMode.None, file);
    }

    [Fact]
    public void The_folder_keeps_no_more_files_than_it_may()
    {
        var folder = Open();
        for (var i = 0; i < 20; i++)
            folder.Write($"key{i}", _program with { Image = new CompiledImage([(byte)i], []) });

        Open(capacity: 10);

        Directory.GetFiles(_path, "*", SearchOption.AllDirectories).Length.ShouldBe(10);
    }

    private ProgramFolder Open(int capacity = 1_000) => new(_path, capacity, NullLogger.Instance);
}
