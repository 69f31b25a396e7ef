import { createServer } from "node:http";
import { LARGE_ANSWERS } from "./window/large-answers.ts";

// Run as a process of its own, so that answering takes no time from the client that is measured. Prints its port.
const accepted = Buffer.from('{"status":"success","message":"1147206418897270"}');
const server = createServer((request, response) => {
  const large = LARGE_ANSWERS.find(({ path }) => request.url === path);
  const [contentType, answer] =
    large === undefined ? ["application/json", accepted] : [large.contentType, Buffer.from(large.makeBody())];
  request.resume();
  request.on("end", () => {
    response.writeHead(200, { "Content-Type": contentType, "Content-Length": answer.byteLength });
    response.end(answer);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object") process.send?.({ port: address.port });
});
process.on("disconnect", () => process.exit(0));
