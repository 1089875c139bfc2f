using System.Text.Json;
using System.Text.RegularExpressions;

namespace WorkflowKit.Benchmarks.Schemas;

/// <summary>The limit: the same checks of an order, written out by hand over the same parsed document.</summary>
internal static partial class HandWrittenChecks
{
    public static bool IsValid(JsonElement order)
    {
        if (order.ValueKind != JsonValueKind.Object)
            return false;

        var required = 0;
        foreach (var member in order.EnumerateObject())
        {
            var value = member.Value;
            if (member.NameEquals("orderId"u8))
            {
                required |= 1;
                if (value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: >= 1 and <= 20 } id || !OrderId().IsMatch(id))
                    return false;
            }
            else if (member.NameEquals("customer"u8))
            {
                required |= 2;
                if (!IsCustomer(value))
                    return false;
            }
            else if (member.NameEquals("placedAt"u8))
            {
                required |= 4;
                if (value.ValueKind != JsonValueKind.String || !value.TryGetDateTimeOffset(out _))
                    return false;
            }
            else if (member.NameEquals("currency"u8))
            {
                if (!value.ValueEquals("EUR"u8) && !value.ValueEquals("USD"u8) && !value.ValueEquals("GBP"u8) && !value.ValueEquals("CHF"u8))
                    return false;
            }
            else if (member.NameEquals("express"u8))
            {
                if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                    return false;
            }
            else if (member.NameEquals("note"u8))
            {
                if (value.ValueKind != JsonValueKind.Null && (value.ValueKind != JsonValueKind.String || value.GetString()!.Length > 500))
                    return false;
            }
            else if (member.NameEquals("lines"u8))
            {
                required |= 8;
                if (!AreLines(value))
                    return false;
            }
            else
            {
                return false;
            }
        }

        return required == 15;
    }

    private static bool IsCustomer(JsonElement customer)
    {
        if (customer.ValueKind != JsonValueKind.Object
            || !customer.TryGetProperty("name"u8, out var name) || name.ValueKind != JsonValueKind.String || name.GetString()!.Length < 1
            || !customer.TryGetProperty("email"u8, out var email) || email.ValueKind != JsonValueKind.String || !Email().IsMatch(email.GetString()!))
            return false;

        return IsText(customer, "street"u8) && IsText(customer, "town"u8)
            && (!customer.TryGetProperty("country"u8, out var country) || (country.ValueKind == JsonValueKind.String && country.GetString()!.Length == 2));
    }

    private static bool AreLines(JsonElement lines)
    {
        if (lines.ValueKind != JsonValueKind.Array || lines.GetArrayLength() is < 1 or > 100)
            return false;

        foreach (var line in lines.EnumerateArray())
        {
            if (!IsLine(line))
                return false;
        }

        return true;
    }

    private static bool IsLine(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object)
            return false;

        var required = 0;
        foreach (var member in line.EnumerateObject())
        {
            var value = member.Value;
            if (member.NameEquals("sku"u8))
            {
                required |= 1;
                if (value.ValueKind != JsonValueKind.String || value.GetString()!.Length is < 1 or > 16)
                    return false;
            }
            else if (member.NameEquals("title"u8))
            {
                if (value.ValueKind != JsonValueKind.String)
                    return false;
            }
            else if (member.NameEquals("count"u8))
            {
                required |= 2;
                if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var count) || count < 1)
                    return false;
            }
            else if (member.NameEquals("price"u8))
            {
                required |= 4;
                if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var price) || price < 0 || price % 0.01m != 0)
                    return false;
            }
            else
            {
                return false;
            }
        }

        return required == 7;
    }

    private static bool IsText(JsonElement owner, ReadOnlySpan<byte> name) => !owner.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.String;

    [GeneratedRegex("^[A-Z]-[0-9]+$")]
    private static partial Regex OrderId();

    [GeneratedRegex("^[^@ ]+@[^@ ]+$")]
    private static partial Regex Email();
}
