namespace WorkflowKit.Benchmarks.Measuring;

/// <summary>Cost of one unit of work: time in nanoseconds, and bytes allocated on all threads.</summary>
internal readonly record struct Measurement(double Nanoseconds, double Bytes);
