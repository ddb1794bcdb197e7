using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceDesk.Remote.Joining;

/// <summary>JSON of the joining contract without reflection, so that it survives trimming. Property names are camelCase, as SignalR writes them.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(JoinOffer))]
[JsonSerializable(typeof(JoinAnswer))]
[JsonSerializable(typeof(ReturnOffer))]
[JsonSerializable(typeof(ReturnedLine))]
[JsonSerializable(typeof(SessionNews))]
[JsonSerializable(typeof(Grants))]
[JsonSerializable(typeof(SessionEndReason))]
public sealed partial class JoiningJson : JsonSerializerContext;
