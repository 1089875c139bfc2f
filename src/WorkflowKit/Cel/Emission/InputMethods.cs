using WorkflowKit.Emission;
using WorkflowKit.Expressions;

namespace WorkflowKit.CelEmission;

/// <summary>The methods that read a dynamic value as a .NET type.</summary>
internal static class InputMethods
{
    private static readonly Dictionary<Type, (string Name, Type Result)> ByType = new()
    {
        [typeof(bool)] = (nameof(Cel.ToBool), typeof(bool)),
        [typeof(byte)] = (nameof(Cel.ToByte), typeof(byte)),
        [typeof(sbyte)] = (nameof(Cel.ToSByte), typeof(sbyte)),
        [typeof(short)] = (nameof(Cel.ToInt16), typeof(short)),
        [typeof(ushort)] = (nameof(Cel.ToUInt16), typeof(ushort)),
        [typeof(int)] = (nameof(Cel.ToInt32), typeof(int)),
        [typeof(uint)] = (nameof(Cel.ToUInt32), typeof(uint)),
        [typeof(long)] = (nameof(Cel.ToInt64), typeof(long)),
        [typeof(ulong)] = (nameof(Cel.ToUInt64), typeof(ulong)),
        [typeof(float)] = (nameof(Cel.ToSingle), typeof(float)),
        [typeof(double)] = (nameof(Cel.ToDouble), typeof(double)),
        [typeof(decimal)] = (nameof(Cel.ToDecimal), typeof(decimal)),
        [typeof(string)] = (nameof(Cel.ToText), typeof(string)),
        [typeof(char)] = (nameof(Cel.ToChar), typeof(char)),
        [typeof(Guid)] = (nameof(Cel.ToGuid), typeof(Guid)),
        [typeof(Uri)] = (nameof(Cel.ToUri), typeof(Uri)),
        [typeof(byte[])] = (nameof(Cel.ToByteArray), typeof(byte[])),
        [typeof(ReadOnlyMemory<byte>)] = (nameof(Cel.ToByteArray), typeof(byte[])),
        [typeof(DateTimeOffset)] = (nameof(Cel.ToDateTimeOffset), typeof(DateTimeOffset)),
        [typeof(DateTime)] = (nameof(Cel.ToDateTime), typeof(DateTime)),
        [typeof(DateOnly)] = (nameof(Cel.ToDateOnly), typeof(DateOnly)),
        [typeof(TimeOnly)] = (nameof(Cel.ToTimeOnly), typeof(TimeOnly)),
        [typeof(TimeSpan)] = (nameof(Cel.ToTimeSpan), typeof(TimeSpan)),
        [typeof(CelTimestamp)] = (nameof(Cel.ToDateTimeOffset), typeof(DateTimeOffset)),
        [typeof(CelDuration)] = (nameof(Cel.ToTimeSpan), typeof(TimeSpan)),
    };

    public static Code Of(Type clr) => Code.Identifier(ByType[clr].Name);

    /// <summary>What the method gives; where it is another type, C# converts it.</summary>
    public static Type Result(Type clr) => ByType[clr].Result;
}
