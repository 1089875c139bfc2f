using System.Runtime.ExceptionServices;

namespace WorkflowKit.Runs;

/// <summary>
/// Exceptions that nobody catches, in threads and <c>async void</c> methods that steps began. A process has one handler for them, so it is
/// only set where the host asks for it.
/// </summary>
internal static class StrayExceptions
{
    // It flows into whatever the step starts, and from there into the handler.
    private static readonly AsyncLocal<StepAttempt?> Current = new();
    private static readonly Lock Gate = new();
    private static bool _isHandled;

    /// <exception cref="InvalidOperationException">The process has another handler.</exception>
    internal static void Handle()
    {
        lock (Gate)
        {
            if (_isHandled) return;
            try
            {
                ExceptionHandling.SetUnhandledExceptionHandler(TryCatch);
            }
            catch (InvalidOperationException error)
            {
                throw new InvalidOperationException(
                    "CatchStrayExceptions needs the process's handler of unhandled exceptions, which is taken: leave one of the two out.", error);
            }

            _isHandled = true;
        }
    }

    /// <summary>What the calling method starts from now on is the attempt's.</summary>
    internal static void Enter(StepAttempt attempt) => Current.Value = attempt;

    private static bool TryCatch(Exception error)
    {
        if (Current.Value is not { } attempt) return false;
        attempt.Catch(error);
        return true;
    }
}
