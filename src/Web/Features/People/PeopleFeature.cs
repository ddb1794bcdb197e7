namespace ServiceDesk.Web.Features.People;

/// <summary>Callers: who they are, and what they called about before.</summary>
public static class PeopleFeature
{
    public static void AddPeople(this WebApplicationBuilder builder) => builder.Services.AddSingleton<PersonQueries>();
}
