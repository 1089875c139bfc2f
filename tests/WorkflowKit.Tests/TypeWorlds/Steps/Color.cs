using System.Text.Json.Serialization;

namespace WorkflowKit.Tests.TypeWorlds.Steps;

public enum Color
{
    Red,
    [JsonStringEnumMemberName("sea-green")]
    SeaGreen,
}
