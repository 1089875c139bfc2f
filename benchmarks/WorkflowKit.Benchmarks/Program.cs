using System.Globalization;
using BenchmarkDotNet.Running;
using WorkflowKit.Benchmarks.Measuring;
using WorkflowKit.Benchmarks.Ratios;
using WorkflowKit.Benchmarks.Serving;

if (args is [ClientProcess.Command, var port])
{
    await StreamClient.RunAsync(int.Parse(port, CultureInfo.InvariantCulture));
    return;
}

if (args is not ["ratios", .. var only])
{
    BenchmarkSwitcher.FromAssembly(typeof(Kit).Assembly).Run(args);
    return;
}

(string Name, Func<Task> Run)[] all =
[
    ("a", () => SequenceRatio.RunAsync(10)),
    ("a", () => SequenceRatio.RunAsync(100)),
    ("b", CompileRatio.RunAsync),
    ("d", ReplayRatio.RunAsync),
    ("f", EditingRatio.RunAsync),
    ("j", SchemaRatio.RunAsync),
    ("k", ExpressionRatio.RunAsync),
    ("l", StoreRatio.RunAsync),
    ("o", StreamRatio.RunAsync),
    ("p", HttpRunRatio.RunAsync),
    // Last: its million executions make every collection after it slow.
    ("e", HistoryRatio.RunAsync),
];
Report.Header();
foreach (var (name, run) in all)
{
    if (only.Length == 0 || only.Contains(name))
        await run();
}
