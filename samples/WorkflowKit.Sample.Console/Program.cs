using System.CommandLine;
using WorkflowKit.Sample.Terminal;

var id = new Argument<string>("id") { Description = "The workflow's id, such as order-fulfilment" };
var input = new Option<string?>("--input", "-i") { Description = "The run's inputs as JSON; asked for where it is left out" };
var answer = new Option<string[]>("--answer", "-a") { Description = "The answer to an input step as JSON; once for each" };

var run = new Command("run", "Runs one workflow and shows its progress") { id, input, answer };
run.SetAction((arguments, cancellationToken) => SampleSession.RunAsync(
    session => session.RunWorkflowAsync(arguments.GetValue(id)!, arguments.GetValue(input), arguments.GetValue(answer) ?? [], cancellationToken), cancellationToken));

var showCSharp = new Command("show-csharp", "Prints the C# that a definition became") { id };
showCSharp.SetAction((arguments, cancellationToken) => SampleSession.RunAsync(session => session.ShowCSharpAsync(arguments.GetValue(id)!, cancellationToken), cancellationToken));

var list = new Command("list", "Compiles all definitions and lists them");
list.SetAction((_, cancellationToken) => SampleSession.RunAsync(session => Task.FromResult(session.List()), cancellationToken));

var root = new RootCommand("WorkflowKit's console sample: eight workflows over a small shop.") { run, showCSharp, list };
root.SetAction((_, cancellationToken) => SampleSession.RunAsync(session => session.ChooseAsync(cancellationToken), cancellationToken));
return await root.Parse(args).InvokeAsync();
