global using ServiceDesk.Web.Features.Accounts;
