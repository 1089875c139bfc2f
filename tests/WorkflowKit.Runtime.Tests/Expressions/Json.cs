using System.Text.Json;
using WorkflowKit.Expressions;

namespace WorkflowKit.Runtime.Tests.Expressions;

internal static class Json
{
    public static JsonElement Element(string json) => JsonElement.Parse(json);

    public static CelValue Value(string json) => CelValue.FromJson(Element(json));
}
