using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace WorkflowKit.Sample.Shop;

/// <summary>The shop's HTTP API.</summary>
internal static class ShopEndpoints
{
    private const string KeyHeader = "Idempotency-Key";

    public static void Map(WebApplication app)
    {
        app.MapGet("/orders/{id}", (string id) => id.StartsWith('X')
            ? Results.NotFound(new { code = "no_such_order", message = $"There is no order {id}." })
            : Results.Ok(Order(id)));
        app.MapGet("/products", (string category) => Results.Ok(new
        {
            products = ShopState.Products.Where(p => category == "all" || p.Category == category).Select(p => new { sku = p.Sku, name = p.Name }),
        }));
        app.MapGet("/stock/{sku}", async (string sku, ShopState shop) =>
        {
            await Work(120);
            return shop.IsHavingABadMoment()
                ? Results.Json(new { code = "busy", message = "The warehouse is busy." }, statusCode: 503)
                : Results.Ok(new { onHand = ShopState.Products.First(p => p.Sku == sku).OnHand });
        });
        app.MapGet("/sales", async (int days) =>
        {
            await Work(300);
            return Results.Ok(new { orders = 41 * days, revenue = 5120.5 * days });
        });
        app.MapPost("/parcels", async ([FromHeader(Name = KeyHeader)] string? key, ShopState shop) =>
        {
            await Work(250);
            return Results.Ok(new { tracking = shop.NewId("PX", key) });
        });
        app.MapPost("/exports", ([FromHeader(Name = KeyHeader)] string? key, ShopState shop) => Results.Ok(new { exportId = shop.NewId("EX", key) }));
        app.MapGet("/exports/{id}", (string id, ShopState shop) => Results.Ok(shop.LookAtExport(id) < 4
            ? new { state = "working", file = "", rows = 0, detail = "" }
            : new { state = "ready", file = $"/files/{id}.csv", rows = 1204, detail = "" }));
        app.MapPost("/charges", async ([FromHeader(Name = KeyHeader)] string? key, ShopState shop) =>
        {
            await Work(200);
            return Results.Ok(new { chargeId = shop.NewId("CH", key) });
        });
        app.MapPost("/refunds", ([FromHeader(Name = KeyHeader)] string? key, ShopState shop) => Results.Ok(new { refundId = shop.NewId("RF", key) }));
        app.MapPost("/payouts", ([FromHeader(Name = KeyHeader)] string? key, ShopState shop) => Results.Ok(new { paymentId = shop.NewId("PY", key) }));
        app.MapPost("/mails", async ([FromHeader(Name = KeyHeader)] string? key, ShopState shop) =>
        {
            await Work(100);
            return Results.Ok(new { messageId = shop.NewId("ML", key) });
        });
        app.MapPost("/bookings/{kind}", async (string kind, string city, [FromHeader(Name = KeyHeader)] string? key, ShopState shop) =>
        {
            await Work(200);
            if (kind == "car" && city is "Venice")
                return Results.Json(new { code = "sold_out", message = "There is no car to be had." }, statusCode: 409);
            if (kind is "hotel" && city is "Atlantis")
                return Results.Json(new { code = "no_such_city", message = "Nobody has found that city yet." }, statusCode: 404);
            return Results.Ok(new { bookingId = shop.NewId(kind.ToUpperInvariant()[..2], key), price = kind switch { "flight" => 180.0, "hotel" => 240.0, _ => 60.0 } });
        });
        app.MapDelete("/bookings/{id}", (string id) => Results.Ok(new { cancelled = id }));
        app.MapGet("/headlines", () => Results.Ok(new { headlines = new[] { "Harbour reopens after storm", "Bakers share their bread", "Islands mapped anew" } }));
        app.MapGet("/quotes/{carrier}", async (string carrier, double weight) =>
        {
            await Work(carrier switch { "swift" => 900, "steady" => 400, _ => 250 });
            return Results.Ok(new { carrier, price = weight * (carrier == "swift" ? 4.2 : 2.9) });
        });
    }

    private static object Order(string id) => new
    {
        id,
        customer = "Ada Winter",
        email = "ada@example.com",
        total = id.StartsWith('B') ? 2400.0 : 180.0,
        lines = new[] { new { sku = "BK-1", quantity = 1 }, new { sku = "GM-1", quantity = 2 }, new { sku = "TL-2", quantity = 1 } },
    };

    private static Task Work(int milliseconds) => Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System);
}
