namespace WorkflowKit.Schemas.Formats;

/// <summary>One value of the keyword <c>format</c>.</summary>
/// <param name="Name">As it stands in a schema.</param>
/// <param name="Expected">What is wanted, in words: <c>a date such as 2026-01-31</c>.</param>
/// <param name="IsValid">The check.</param>
internal sealed record SchemaFormat(string Name, string Expected, FormatCheck IsValid);
