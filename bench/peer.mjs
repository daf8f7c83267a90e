// Checks records with @digitalbazaar/vc as Pathfolio's benchmark asks, one line of JSON in, one out.
//
//   node peer.mjs CONTEXTS-FOLDER
//
// {"load": [base64, …]} holds files in memory. {"check": true} answers for each file whether all of it holds.
// {"seconds": S} checks them over and over, from their bytes, for at least S seconds of processor time: {"records", "seconds"}.
// Contexts are parsed once and did:key documents are made from the key itself: nothing is fetched.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as vc from '@digitalbazaar/vc';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { createVerifyCryptosuite as ecdsaJcs } from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import { createVerifyCryptosuite as ecdsaSd } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import { createVerifyCryptosuite as eddsaJcs } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';

const NOW = '2026-11-21T12:00:00Z';
const cryptosuites = [eddsaRdfc, eddsaJcs(), ecdsaRdfc, ecdsaJcs(), ecdsaSd()];
const suite = [
  ...cryptosuites.map((cryptosuite) => new DataIntegrityProof({ cryptosuite })),
  new Ed25519Signature2020(),
];

function didKeyDocument(url) {
  const [did] = url.split('#');
  const key = did.slice('did:key:'.length);
  const id = `${did}#${key}`;
  const method = { id, type: 'Multikey', controller: did, publicKeyMultibase: key };
  if (url === id) {
    return { '@context': 'https://w3id.org/security/multikey/v1', ...method };
  }
  // With this context first the library reads the document as it is, which is its fast way.
  const contexts = ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'];
  return { '@context': contexts, id: did, verificationMethod: [method], assertionMethod: [id] };
}

function loader(folder) {
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  const held = new Map(index.map(({ url, file }) => [url, JSON.parse(readFileSync(join(folder, file), 'utf8'))]));
  return async function load(url) {
    const document = url.startsWith('did:key:') ? didKeyDocument(url) : held.get(url);
    if (!document) {
      throw new Error(`not at hand: ${url}`);
    }
    // `static` lets jsonld.js keep what it makes of a context from one record to the next, as Pathfolio does.
    return { contextUrl: null, documentUrl: url, document, tag: 'static' };
  };
}

const documentLoader = loader(process.argv[2]);
let files = [];

// A transcript and each credential inside it, as Pathfolio does.
async function check(file) {
  const outer = JSON.parse(file.toString('utf8'));
  for (const credential of [outer, ...(outer.credentialSubject.verifiableCredential ?? [])]) {
    if (!(await vc.verifyCredential({ credential, suite, documentLoader, now: NOW })).verified) {
      return false;
    }
  }
  return true;
}

async function over(seconds) {
  const start = process.cpuUsage();
  let records = 0;
  let taken = 0;
  while (taken < seconds) {
    for (const file of files) {
      if (!(await check(file))) {
        throw new Error('a sound record was refused');
      }
    }
    records += files.length;
    const { user, system } = process.cpuUsage(start);
    taken = (user + system) / 1e6;
  }
  return { records, seconds: taken };
}

async function answer(asked) {
  if (asked.load) {
    files = asked.load.map((text) => Buffer.from(text, 'base64'));
    return { loaded: files.length };
  }
  if (asked.check) {
    const answers = [];
    for (const file of files) {
      answers.push(await check(file));
    }
    return { answers };
  }
  return over(asked.seconds);
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(await answer(JSON.parse(line))) + '\n');
}
