using WorkflowKit.Binding;

namespace WorkflowKit.Emission;

/// <summary>The emitter of each kind of step.</summary>
internal static class StepEmitters
{
    private static readonly Dictionary<Type, StepEmitter> All = new()
    {
        [typeof(CheckedActivity)] = new ActivityEmitter(),
        [typeof(CheckedSwitch)] = new SwitchEmitter(),
        [typeof(CheckedParallel)] = new ParallelEmitter(),
        [typeof(CheckedForEach)] = new ForEachEmitter(),
        [typeof(CheckedWhile)] = new WhileEmitter(),
        [typeof(CheckedRepeat)] = new RepeatEmitter(),
        [typeof(CheckedTry)] = new TryEmitter(),
        [typeof(CheckedWait)] = new WaitEmitter(),
        [typeof(CheckedInput)] = new InputEmitter(),
        [typeof(CheckedChild)] = new ChildEmitter(),
        [typeof(CheckedSet)] = new SetEmitter(),
        [typeof(CheckedLog)] = new LogEmitter(),
        [typeof(CheckedReturn)] = new ReturnEmitter(),
        [typeof(CheckedFail)] = new FailEmitter(),
    };

    public static StepEmitter Of(CheckedStep step) => All[step.GetType()];
}
