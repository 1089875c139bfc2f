using System.Reflection;
using PublicApiGenerator;

namespace WorkflowKit.Tests.Architecture;

/// <summary>A package's public surface changes only on purpose: the change shows in the approved file.</summary>
public sealed class PublicSurfaceTests
{
    [Theory]
    [InlineData("WorkflowKit.Runtime")]
    [InlineData("WorkflowKit")]
    [InlineData("WorkflowKit.Sqlite")]
    [InlineData("WorkflowKit.PostgreSql")]
    [InlineData("WorkflowKit.AspNetCore")]
    [InlineData("WorkflowKit.Testing")]
    [InlineData("WorkflowKit.Testing.Stores")]
    public void The_public_surface_is_the_approved_one(string package)
    {
        // xUnit's attributes hold the line that they stand in.
        var surface = Assembly.Load(package).GeneratePublicApi(
            new ApiGeneratorOptions { IncludeAssemblyAttributes = false, ExcludeAttributes = [typeof(FactAttribute).FullName!, typeof(TheoryAttribute).FullName!] });

        Approval.Verify(surface, Repository.File("tests", "WorkflowKit.Tests", "Architecture", $"{package}.approved.txt"));
    }
}
