import { createServer } from "node:http";

// Run as a process of its own, so that answering takes no time from the client that is measured. Prints its port.
const answer = Buffer.from('{"status":"success","message":"1147206418897270"}');
const server = createServer((request, response) => {
  request.resume();
  request.on("end", () => {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": answer.byteLength });
    response.end(answer);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object") process.send?.({ port: address.port });
});
process.on("disconnect", () => process.exit(0));
