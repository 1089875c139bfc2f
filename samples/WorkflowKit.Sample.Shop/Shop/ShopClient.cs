using System.Net.Http.Json;
using System.Text.Json;

namespace WorkflowKit.Sample.Shop;

/// <summary>The steps' way to the shop: JSON in, JSON out, and an error that says what the shop said.</summary>
public sealed class ShopClient(HttpClient http)
{
    /// <summary>Asks for a resource.</summary>
    public async Task<T> GetAsync<T>(string path, CancellationToken cancellationToken) =>
        await ReadAsync<T>(await http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken), cancellationToken);

    /// <summary>Does something; the same key does it only once.</summary>
    public async Task<T> PostAsync<T>(string path, object body, string idempotencyKey, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        return await ReadAsync<T>(await http.SendAsync(request, cancellationToken), cancellationToken);
    }

    /// <summary>Takes something back.</summary>
    public async Task DeleteAsync(string path, CancellationToken cancellationToken) =>
        await ReadAsync<JsonElement>(await http.DeleteAsync(new Uri(path, UriKind.Relative), cancellationToken), cancellationToken);

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (response)
        {
            if (response.IsSuccessStatusCode)
                return (await response.Content.ReadFromJsonAsync<T>(cancellationToken))!;

            var problem = await response.Content.ReadFromJsonAsync<Problem>(cancellationToken);
            throw new ShopException(problem?.Message ?? response.ReasonPhrase ?? "The shop did not answer.", problem?.Code);
        }
    }

    private sealed record Problem(string Code, string Message);
}
