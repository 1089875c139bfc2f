using System.Reflection;

namespace WorkflowKit.Compilation;

/// <summary>Finds the assemblies outside the framework that the public signatures of some types reach: what a compiler needs to use them.</summary>
internal sealed class TypeClosure
{
    private const BindingFlags Visible = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly HashSet<Type> _seen = [];
    private readonly Stack<Type> _rest = [];
    private readonly HashSet<Assembly> _assemblies = [];

    private TypeClosure()
    {
    }

    public static IReadOnlyList<Assembly> Of(IEnumerable<Type> types)
    {
        var closure = new TypeClosure();
        foreach (var type in types)
            closure.Reach(type);
        while (closure._rest.TryPop(out var type))
            closure.Visit(type);
        return [.. closure._assemblies.OrderBy(assembly => assembly.FullName, StringComparer.Ordinal)];
    }

    private void Reach(Type? type)
    {
        while (type is { HasElementType: true })
            type = type.GetElementType();
        if (type is null or { IsGenericParameter: true } || !_seen.Add(type))
            return;

        foreach (var argument in type.GenericTypeArguments)
            Reach(argument);
        if (FrameworkAssemblies.Contain(type.Assembly))
            return;
        _assemblies.Add(type.Assembly);
        _rest.Push(type);
    }

    private void Visit(Type type)
    {
        Reach(type.BaseType);
        foreach (var contract in type.GetInterfaces())
            Reach(contract);
        foreach (var field in type.GetFields(Visible))
            Reach(field.FieldType);
        foreach (var property in type.GetProperties(Visible))
            Reach(property.PropertyType);
        foreach (var constructor in type.GetConstructors(Visible))
            ReachParameters(constructor);
        foreach (var method in type.GetMethods(Visible))
        {
            Reach(method.ReturnType);
            ReachParameters(method);
        }
    }

    private void ReachParameters(MethodBase method)
    {
        foreach (var parameter in method.GetParameters())
            Reach(parameter.ParameterType);
    }
}
