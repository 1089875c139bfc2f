namespace WorkflowKit.Schemas.Model;

/// <summary>A keyword after whose failure the other keywords of its schema have nothing to add.</summary>
internal interface ITypeAssertion;
