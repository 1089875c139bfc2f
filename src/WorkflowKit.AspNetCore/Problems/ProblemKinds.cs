namespace WorkflowKit.AspNetCore.Problems;

/// <summary>All errors that the endpoints answer with.</summary>
internal static class ProblemKinds
{
    // What a request is.
    internal static readonly ProblemKind InvalidRequest = new(400, "invalid_request", "The request is not valid.");
    internal static readonly ProblemKind NotFound = new(404, "not_found", "There is nothing at this address.");
    internal static readonly ProblemKind MethodNotAllowed = new(405, "method_not_allowed", "The address does not take this method.");
    internal static readonly ProblemKind InvalidJson = new(400, "invalid_json", "The body is not the JSON that is wanted.");
    internal static readonly ProblemKind NotAllowed = new(403, "not_allowed", "The caller may not do that.");
    internal static readonly ProblemKind CrossSite = new(403, "cross_site", "Pages of other sites must not change anything here.");
    internal static readonly ProblemKind BodyTooLarge = new(413, "body_too_large", "The body is too large.");
    internal static readonly ProblemKind UnsupportedMediaType = new(415, "unsupported_media_type", "The body is of another type than the one that is wanted.");
    internal static readonly ProblemKind TooManyStreams = new(429, "too_many_streams", "The caller has too many event streams open.") { TellsWhen = true };

    // What a host can do.
    internal static readonly ProblemKind QueueFull = new(429, "queue_full", "As many executions are waiting as the host takes.") { TellsWhen = true };
    internal static readonly ProblemKind StoreUnavailable = new(503, "store_unavailable", "The store cannot be used now.") { TellsWhen = true };
    internal static readonly ProblemKind HostStopping = new(503, "host_stopping", "The host is stopping.") { TellsWhen = true };
    internal static readonly ProblemKind Failure = new(500, "internal_error", "Something went wrong on this host.");
    internal static readonly ProblemKind NotSupported = new(501, "not_supported", "This host cannot do that.");

    // Workflows.
    internal static readonly ProblemKind WorkflowNotFound = new(404, "workflow_not_found", "There is no such workflow.");
    internal static readonly ProblemKind VersionNotFound = new(404, "version_not_found", "There is no such version of the workflow.");
    internal static readonly ProblemKind CSharpNotFound = new(404, "csharp_not_found", "There is no C# of the workflow.");
    internal static readonly ProblemKind DefinitionConflict = new(412, "definition_conflict", "Another version is current by now.");
    internal static readonly ProblemKind InvalidDefinition = new(422, "invalid_definition", "The definition has errors.");

    internal static readonly ProblemKind OtherWorkflowId = new(422, "other_workflow_id", "The definition is that of another workflow.");

    // Executions.
    internal static readonly ProblemKind ExecutionNotFound = new(404, "execution_not_found", "There is no such execution.");
    internal static readonly ProblemKind InvalidInputs = new(422, "invalid_inputs", "The data does not satisfy its schema.");
    internal static readonly ProblemKind StartKeyConflict = new(409, "start_key_conflict", "The key was used for something else.");
    internal static readonly ProblemKind ExecutionState = new(409, "execution_state", "The execution's status does not allow that.");
    internal static readonly ProblemKind StepNotWaiting = new(409, "step_not_waiting", "The step does not wait for that.");
    internal static readonly ProblemKind ExecutionExists = new(409, "execution_exists", "There is an execution of this id.");
    internal static readonly ProblemKind InvalidExport = new(400, "invalid_export", "The body is no exported execution.");
    internal static readonly ProblemKind ExecutionUnreadable = new(409, "execution_unreadable", "What is stored of the execution cannot be used by this host.");

    // Steps.
    internal static readonly ProblemKind StepNotFound = new(404, "step_not_found", "There is no such step.");

    // Connections.
    internal static readonly ProblemKind ConnectionNotFound = new(404, "connection_not_found", "There is no such connection.");
    internal static readonly ProblemKind ProviderNotFound = new(404, "provider_not_found", "There is no such provider of connections.");
    internal static readonly ProblemKind ConnectionsUnavailable = new(503, "connections_unavailable", "The source of the connections cannot be used now.") { TellsWhen = true };
}
