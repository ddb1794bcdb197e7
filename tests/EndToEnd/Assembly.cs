using System.Runtime.Versioning;
using ServiceDesk.EndToEnd.Parts;

// X11, signals and /proc: these tests drive a Linux desktop.
[assembly: SupportedOSPlatform("linux")]
[assembly: AssemblyFixture(typeof(Browsers))]
