using System.Reflection;
using System.Runtime.CompilerServices;

namespace WorkflowKit.CelEmission;

/// <summary>A method that emitted code can call.</summary>
internal sealed class CelMethod
{
    private readonly Type[] _parameters;

    public CelMethod(MethodInfo method)
    {
        var parameters = method.GetParameters().Where(p => p.GetCustomAttribute<CallerArgumentExpressionAttribute>() is null).ToList();
        IsVariadic = parameters.Count > 0
            && (parameters[^1].GetCustomAttribute<ParamArrayAttribute>() is not null || parameters[^1].GetCustomAttribute<ParamCollectionAttribute>() is not null);
        _parameters = [.. parameters.Select(p => p.ParameterType)];
        if (IsVariadic)
            _parameters[^1] = _parameters[^1].IsArray ? _parameters[^1].GetElementType()! : _parameters[^1].GetGenericArguments()[0];
        Result = method.ReturnType;
        IsComparing = method.IsGenericMethodDefinition && method.GetGenericArguments().Any(argument => argument.GetGenericParameterConstraints().Length > 0);
    }

    /// <summary>Whether the method compares the values that its type parameter stands for.</summary>
    public bool IsComparing { get; }

    /// <summary>Whether the last parameter may come any number of times.</summary>
    public bool IsVariadic { get; }

    public Type Result { get; }

    public bool Takes(int count) => IsVariadic ? count >= _parameters.Length - 1 : count == _parameters.Length;

    public Type ParameterAt(int index) => _parameters[Math.Min(index, _parameters.Length - 1)];
}
