// The customer's program. Usage and exit codes: AgentOptions.Usage and ExitCode. It asks, shows, and does what the customer
// allowed; it accepts nothing for the customer, writes no file and logs nothing.
using ServiceDesk.CustomerAgent;
using ServiceDesk.CustomerAgent.Prompts;

if (AgentOptions.TryParse(args, Environment.GetEnvironmentVariable) is not { } options)
{
    Platform.Say(AgentOptions.Usage);
    return (int)ExitCode.Usage;
}

var texts = new AgentTexts(options.German);
if (Platform.WhyNot(texts) is var (code, reason))
{
    Platform.Say(reason);
    return (int)code;
}

try
{
    return (int)Platform.Run(options, texts);
}
catch (Exception fault)
{
    // The one place where everything is caught: by now all keys are up, and a customer is helped by a sentence, not by a trace.
    Platform.Say(texts.Fault(fault.GetType().Name));
    return (int)ExitCode.Fault;
}
