using Microsoft.CodeAnalysis;
using Microsoft.Extensions.Logging;
using WorkflowKit.Compilation;

namespace WorkflowKit.Tests.Compilation;

public sealed class TypeClosureTests
{
    public sealed record Plain(string Name, IReadOnlyList<Dictionary<string, Uri[]>> Values);

    public sealed record Reaching(IReadOnlyList<Middle> Items);

    public sealed record Middle(Func<LogLevel?[]> Level);

    [Fact]
    public void The_framework_is_not_part_of_it() => TypeClosure.Of([typeof(Plain)]).ShouldBe([typeof(Plain).Assembly]);

    [Fact]
    public void Types_behind_properties_arrays_and_type_arguments_are_part_of_it() =>
        TypeClosure.Of([typeof(Reaching)]).ShouldBe([typeof(LogLevel).Assembly, typeof(Reaching).Assembly], ignoreOrder: true);

    [Fact]
    public void Steps_assemblies_are_compiled_against_as_they_are_in_memory()
    {
        var references = HostReferences.Create(TypeClosure.Of([typeof(Reaching)]));

        references.Select(reference => reference.Display).ShouldContain(typeof(LogLevel).Assembly.GetName().Name);
        references.OfType<PortableExecutableReference>().Count(reference => reference.FilePath == "System.Runtime.dll").ShouldBe(1);
    }

    [Fact]
    public void An_assembly_made_at_run_time_is_refused_by_name()
    {
        var dynamic = System.Reflection.Emit.AssemblyBuilder.DefineDynamicAssembly(new("Conjured"), System.Reflection.Emit.AssemblyBuilderAccess.Run);

        Should.Throw<InvalidOperationException>(() => HostReferences.Create([dynamic])).Message.ShouldContain("'Conjured'");
    }
}
