using Npgsql;
using NpgsqlTypes;

namespace WorkflowKit.PostgreSql.Database;

/// <summary>A value of a statement, with its type also where it is null: a prepared statement is one of certain types.</summary>
internal readonly struct SqlValue
{
    private SqlValue(NpgsqlParameter parameter) => Parameter = parameter;

    internal NpgsqlParameter Parameter { get; }

    public static implicit operator SqlValue(string? value) => Of<object>((object?)value ?? DBNull.Value, NpgsqlDbType.Text);

    public static implicit operator SqlValue(long value) => Of(value, NpgsqlDbType.Bigint);

    public static implicit operator SqlValue(long? value) => value is { } number ? Of(number, NpgsqlDbType.Bigint) : Of<object>(DBNull.Value, NpgsqlDbType.Bigint);

    public static implicit operator SqlValue(int value) => Of(value, NpgsqlDbType.Integer);

    public static implicit operator SqlValue(bool value) => Of(value, NpgsqlDbType.Boolean);

    public static implicit operator SqlValue(Guid value) => Of(value, NpgsqlDbType.Uuid);

    public static implicit operator SqlValue(long[] value) => Of(value, NpgsqlDbType.Array | NpgsqlDbType.Bigint);

    public static implicit operator SqlValue(List<long> value) => Of(value, NpgsqlDbType.Array | NpgsqlDbType.Bigint);

    public static implicit operator SqlValue(List<long?> value) => Of(value, NpgsqlDbType.Array | NpgsqlDbType.Bigint);

    public static implicit operator SqlValue(List<int> value) => Of(value, NpgsqlDbType.Array | NpgsqlDbType.Integer);

    public static implicit operator SqlValue(List<bool> value) => Of(value, NpgsqlDbType.Array | NpgsqlDbType.Boolean);

    public static implicit operator SqlValue(List<Guid> value) => Of(value, NpgsqlDbType.Array | NpgsqlDbType.Uuid);

    public static implicit operator SqlValue(List<string?> value) => Of(value, NpgsqlDbType.Array | NpgsqlDbType.Text);

    /// <summary>Texts in UTF-8.</summary>
    public static implicit operator SqlValue(List<ReadOnlyMemory<byte>> value) => Of(value, NpgsqlDbType.Array | NpgsqlDbType.Text);

    private static SqlValue Of<T>(T value, NpgsqlDbType type) => new(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });
}
