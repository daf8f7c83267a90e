// Checks single credentials with @digitalcredentials/verifier-core, offline: whatever it would fetch is refused.
//
//   node records.mjs CREDENTIALS-FILE
//
// The file is a JSON array of credentials. Prints a JSON array: for each whether its signature and its dates hold, or
// the name of the error that ended the check.
import { readFileSync } from 'node:fs';

globalThis.fetch = async (address) => {
  throw new Error(`not at hand offline: ${address}`);
};
// It reports schemas that it cannot fetch as an addition to its answer, and writes so to the console too.
console.error = () => {};
const written = console.log;
console.log = () => {};

const { verifyCredential } = await import('@digitalcredentials/verifier-core');

function step(result, id) {
  return result.log?.find((one) => one.id === id)?.valid ?? null;
}

const answers = [];
for (const credential of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  const result = await verifyCredential({ credential, knownDIDRegistries: [] });
  const error = result.errors?.[0]?.name ?? null;
  answers.push({ signature: step(result, 'valid_signature'), dates: step(result, 'expiration'), error });
}
written(JSON.stringify(answers));
