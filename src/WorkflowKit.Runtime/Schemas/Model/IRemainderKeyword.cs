namespace WorkflowKit.Schemas.Model;

/// <summary>A keyword about what the others of its schema left; where one of them failed, nobody knows what that is.</summary>
internal interface IRemainderKeyword;
