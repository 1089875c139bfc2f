using WorkflowKit.Compilation;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Engine.Support;

namespace WorkflowKit.Tests.Compilation;

public sealed class RestartingCompilerTests : IDisposable
{
    private static readonly GeneratedSource One = Sources.Saying("One", "1");
    private static readonly GeneratedSource Two = Sources.Saying("Two", "2");

    private readonly LogRecorder _log = new();
    private int _restarts;

    public void Dispose() => _log.Dispose();

    [Fact]
    public void What_a_dead_compiler_was_given_another_compiles_and_so_does_it_all_that_follows()
    {
        var compiler = Restarting(static () => new Crashing(), Alive);

        var first = compiler.Compile([One], TestContext.Current.CancellationToken);
        var second = compiler.Compile([Two], TestContext.Current.CancellationToken);

        (Says(first, One), Says(second, Two)).ShouldBe(("1", "2"));
        _restarts.ShouldBe(1);
        _log.Lines.Select(static line => line.Event).ShouldBe([3006]);
    }

    [Fact]
    public void A_source_that_every_compiler_crashes_on_is_left_out_and_told()
    {
        var compiler = Restarting(() => new Crashing(Two, Alive()), () => new Crashing(Two, Alive()));

        var result = compiler.Compile([One, Two], TestContext.Current.CancellationToken);

        Says(result, One).ShouldBe("1");
        result.Errors.Keys.ShouldBe([Two]);
        result.Errors[Two].ShouldHaveSingleItem().ShouldStartWith("the C# compiler crashed on it with NullReferenceException: ");
        _restarts.ShouldBe(1);
    }

    [Fact]
    public void The_only_source_that_every_compiler_crashes_on_is_told()
    {
        var compiler = Restarting(static () => new Crashing(), static () => new Crashing());

        var result = compiler.Compile([One], TestContext.Current.CancellationToken);

        result.Image.ShouldBeNull();
        result.Errors[One].ShouldHaveSingleItem().ShouldContain("crashed");
    }

    [Fact]
    public async Task Many_crashes_at_once_are_one_restart()
    {
        var compiler = Restarting(static () => new Crashing(), Alive);

        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => compiler.Compile([One], TestContext.Current.CancellationToken))));

        results.ShouldAllBe(static result => result.Image != null);
        _restarts.ShouldBe(1);
    }

    [Fact]
    public void Where_no_other_is_to_be_had_the_crash_is_told_and_the_next_source_is_tried()
    {
        var compiler = Restarting(() => new Crashing(One, Alive()), static () => throw new NotSupportedException());

        var crashed = compiler.Compile([One], TestContext.Current.CancellationToken);
        var good = compiler.Compile([Two], TestContext.Current.CancellationToken);

        crashed.Errors[One].ShouldHaveSingleItem().ShouldContain("crashed");
        Says(good, Two).ShouldBe("2");
        _log.Lines.Select(static line => line.Event).ShouldBe([3007]);
    }

    [Fact]
    public void A_compilation_that_is_given_up_is_no_crash()
    {
        var compiler = Restarting(static () => new Crashing(new OperationCanceledException()), Alive);

        Should.Throw<OperationCanceledException>(() => compiler.Compile([One], TestContext.Current.CancellationToken));

        _restarts.ShouldBe(0);
    }

    [Fact]
    public void A_copy_of_the_compiler_gives_the_same_image_and_the_same_errors()
    {
        var good = Sources.Saying("Same", "same");
        var bad = Sources.Class("Bad", "    public string ToString(string? format, System.IFormatProvider? provider) => nowhere;");
        var host = TypeClosure.Of([typeof(CompiledWorkflow)]);

        var expected = new RoslynCompiler(HostReferences.Create(host)).Compile([bad, good], TestContext.Current.CancellationToken);
        var actual = new RoslynCopy(host).Compile([bad, good], TestContext.Current.CancellationToken);

        actual.Image.ShouldNotBeNull().Hash.ShouldBe(expected.Image.ShouldNotBeNull().Hash);
        actual.Errors.Keys.ShouldBe([bad]);
        actual.Errors[bad].ShouldBe(expected.Errors[bad]);
    }

    private RestartingCompiler Restarting(Func<IRoslynCompiler> first, Func<IRoslynCompiler> another) => new(
        first,
        () =>
        {
            var compiler = another();
            Interlocked.Increment(ref _restarts);
            return compiler;
        },
        _log.CreateLogger("compiler"));

    private static RoslynCompiler Alive() => new(HostReferences.Create([]));

    private static string Says(RoslynResult result, GeneratedSource source) => new ImageLoader([]).Load(result.Image.ShouldNotBeNull()).Create(source).ToString(null, null);

    /// <summary>A compiler that crashes, on everything or on one source.</summary>
    private sealed class Crashing(Exception crash, GeneratedSource? source = null, IRoslynCompiler? otherwise = null) : IRoslynCompiler
    {
        internal Crashing()
            : this(new NullReferenceException())
        {
        }

        internal Crashing(GeneratedSource source, IRoslynCompiler otherwise)
            : this(new NullReferenceException(), source, otherwise)
        {
        }

        public RoslynResult Compile(IReadOnlyList<GeneratedSource> sources, CancellationToken cancellationToken) =>
            source is not null && !sources.Contains(source) ? otherwise!.Compile(sources, cancellationToken) : throw crash;
    }
}
