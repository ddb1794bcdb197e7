// dotnet run --project bench/Engine --configuration Release -- figures [DIR]     bytes and milliseconds of each kind of work; DIR: pictures of a real screen (xwd)
// dotnet run --project bench/Engine --configuration Release -- --filter '*'      BenchmarkDotNet
using BenchmarkDotNet.Running;
using ServiceDesk.Engine;

if (args is ["figures", ..])
{
    Figures.Print(args.Length > 1 ? args[1] : null);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Figures).Assembly).Run(args);
