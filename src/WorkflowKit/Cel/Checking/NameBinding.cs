namespace WorkflowKit.CelChecking;

/// <summary>What a name stands for: a value (<see cref="ValueBinding"/>) or a group of names (<see cref="NamespaceBinding"/>).</summary>
internal abstract class NameBinding;
