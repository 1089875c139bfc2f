using WorkflowKit.CelTypes;
using WorkflowKit.Emission;

namespace WorkflowKit.CelEmission;

/// <summary>
/// The conversions of host types that an emitted file needs as methods of its own: no reflection is left for when it runs. Not
/// thread-safe: one a file.
/// </summary>
/// <param name="names">Where the methods' names are claimed.</param>
internal sealed class ConverterSet(UniqueNames names)
{
    private readonly Dictionary<(Type, ConverterKind), Converter> _known = [];
    private readonly List<Converter> _all = [];

    /// <summary>The methods that were asked for, in order; emitting one may ask for more.</summary>
    public IReadOnlyList<Converter> All => _all;

    /// <summary>The method that turns an object into a dynamic value.</summary>
    public Code ToCel(ObjectType type) => Ask(type.Clr!, type, ConverterKind.ToCel, Pascal(type.Clr!) + "ToCel");

    /// <summary>The method that makes an object from a dynamic value.</summary>
    public Code Read(ObjectType type) => Ask(type.Clr!, type, ConverterKind.Read, "Read" + Pascal(type.Clr!));

    /// <summary>The method that gives an enum's text.</summary>
    public Code TextOf(EnumType type) => Ask(type.Clr, type, ConverterKind.TextOf, Pascal(type.Clr) + "Text");

    /// <summary>The method that makes an enum from text.</summary>
    public Code Parse(EnumType type) => Ask(type.Clr, type, ConverterKind.Parse, "Parse" + Pascal(type.Clr));

    private Code Ask(Type clr, CelType type, ConverterKind kind, string name)
    {
        if (!_known.TryGetValue((clr, kind), out var converter))
        {
            _known[(clr, kind)] = converter = new(kind, type, Code.Identifier(names.Claim(name)));
            _all.Add(converter);
        }

        return converter.Name;
    }

    // Order.Line is OrderLine: nested classes of different steps often share their last name.
    private static string Pascal(Type clr) =>
        Identifiers.ToPascalCase((clr.DeclaringType is { } outer ? Pascal(outer) : "") + clr.Name.Split('`')[0]);
}
