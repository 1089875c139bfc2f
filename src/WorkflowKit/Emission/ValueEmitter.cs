using System.Text.Json;
using WorkflowKit.Binding;
using WorkflowKit.CelEmission;
using WorkflowKit.CelTypes;

namespace WorkflowKit.Emission;

/// <summary>Emits the values of expressions and templates.</summary>
internal sealed class ValueEmitter
{
    private readonly CelEmitter _cel;
    private readonly ConverterSet _converters;
    private readonly TypeSpelling _types;

    public ValueEmitter(TypeSpelling types, ConverterSet converters)
    {
        _types = types;
        _converters = converters;
        _cel = new CelEmitter(types, converters);
    }

    /// <summary>An expression or template, in the type that its place wants.</summary>
    public Code Of(BoundExpression expression) => _cel.EmitAs(expression.Root, expression.Type, expression.Taken, expression.Path);

    /// <summary>The same where C# has to find the type by the value alone, which a list in brackets does not show.</summary>
    public Code Typed(BoundExpression expression)
    {
        var code = Of(expression);
        return code.Text.StartsWith('[') ? $"({expression.Type.Spell(_types)}){code}" : code;
    }

    /// <summary>An expression or template as a dynamic value.</summary>
    public Code Dynamic(BoundExpression expression) => _cel.EmitAs(expression.Root, CelType.Dyn, expression.Taken, expression.Path);

    /// <summary>
    /// As <see cref="Of(BoundExpression)"/>, but worked out by the run when it needs it: a step that a person leaves out because its own
    /// expressions fail must not be asked for them again. What is written down cannot fail and stays as it is.
    /// </summary>
    public Code Late(BoundExpression expression) => Late(Of(expression), expression);

    /// <summary>As <see cref="Dynamic(BoundExpression)"/>, worked out when the run needs it.</summary>
    public Code LateDynamic(BoundExpression expression) => Late(Dynamic(expression), expression);

    /// <summary>The output of a step, as its type.</summary>
    public static Code Of(SeenStep seen) => OutputCode.Of(seen);

    /// <summary>The output of a step as a dynamic value.</summary>
    public Code Dynamic(SeenStep seen) =>
        _cel.ToValue(new Emitted(OutputCode.Of(seen), seen.MayBeAbsent ? new NullableType(seen.Output.WithoutNull) : seen.Output)).Code;

    private static Code Late(Code code, BoundExpression expression) => expression.IsWrittenOut ? code : $"() => {code}";

    /// <summary>Reads JSON data as a type.</summary>
    public Code Read(CelType type, Code json) => type is ObjectType { Shape: { } shape }
        ? $"{Code.Identifier(shape.CSharpName)}.Read({json})"
        : _cel.Convert(new Emitted(json, new DynamicType(typeof(JsonElement))), type).Code;

    /// <summary>The declaration of a generated record.</summary>
    public Code Record(RecordShape shape) => new RecordEmitter(_cel, _types).Emit(shape);

    /// <summary>The methods that all values and records so far need; made last.</summary>
    public IEnumerable<Code> Converters() => new ConverterEmitter(_cel, _converters, _types).EmitAll();

    /// <summary>A method or lambda that turns values of a type into dynamic ones.</summary>
    public Code Converter(CelType type) => type is ObjectType { Clr: not null } host
        ? _converters.ToCel(host)
        : $"value => {_cel.ToValue(new Emitted($"value", type)).Code}";
}
