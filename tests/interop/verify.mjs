// Checks a presentation with two other implementations of the W3C standards, offline: contexts come from a folder,
// did:key documents are made from the key itself, and nothing else is ever fetched.
//
//   node verify.mjs CONTEXTS-FOLDER JOBS-FILE
//
// The jobs are a JSON array of {text, challenge, domain, now}, `text` being the presentation's JSON. Prints a JSON array:
// for each job and library whether all of it holds, the holder's proof, each record, and the first reason of each.
// What is in it is also checked by @digitalcredentials/verifier-core, in records.mjs: 1.0.0-beta.11 of that refuses
// every presentation made for authentication and does not compare challenge and domain.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as bazaarVc from '@digitalbazaar/vc';
import { DataIntegrityProof as BazaarProof } from '@digitalbazaar/data-integrity';
import { Ed25519Signature2020 as Bazaar2020 } from '@digitalbazaar/ed25519-signature-2020';
import { cryptosuite as bazaarRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as dccVc from '@digitalcredentials/vc';
import { DataIntegrityProof as DccProof } from '@digitalcredentials/data-integrity';
import { Ed25519Signature2020 as Dcc2020 } from '@digitalcredentials/ed25519-signature-2020';
import { cryptosuite as dccRdfc } from '@digitalcredentials/eddsa-rdfc-2022-cryptosuite';

const LIBRARIES = {
  '@digitalbazaar/vc': {
    vc: bazaarVc,
    suites: () => [new BazaarProof({ cryptosuite: bazaarRdfc }), new Bazaar2020()],
  },
  '@digitalcredentials/vc': {
    vc: dccVc,
    suites: () => [new DccProof({ cryptosuite: dccRdfc }), new Dcc2020()],
  },
};

function didKeyDocument(url) {
  const [did] = url.split('#');
  const key = did.slice('did:key:'.length);
  const id = `${did}#${key}`;
  const method = { id, type: 'Multikey', controller: did, publicKeyMultibase: key };
  if (url === id) {
    return { '@context': 'https://w3id.org/security/multikey/v1', ...method };
  }
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: [method],
    authentication: [id],
    assertionMethod: [id],
  };
}

function offlineLoader(folder) {
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  const files = new Map(index.map(({ url, file }) => [url, join(folder, file)]));
  return async function load(url) {
    if (url.startsWith('did:key:')) {
      return { contextUrl: null, documentUrl: url, document: didKeyDocument(url) };
    }
    if (!files.has(url)) {
      throw new Error(`not at hand offline: ${url}`);
    }
    return { contextUrl: null, documentUrl: url, document: JSON.parse(readFileSync(files.get(url), 'utf8')) };
  };
}

function reason(result) {
  const inner = result?.error?.errors?.[0] ?? result?.results?.find((one) => one.error)?.error ?? result?.error;
  return inner ? String(inner.message ?? inner) : null;
}

async function checked({ vc, suites }, presentation, options) {
  const result = await vc.verify({ presentation, suite: suites(), ...options });
  return {
    verified: result.verified,
    holder: result.presentationResult?.verified ?? false,
    records: (result.credentialResults ?? []).map((one) => one.verified),
    reasons: [reason(result.presentationResult ?? result), ...(result.credentialResults ?? []).map(reason)],
  };
}

async function answer(job, documentLoader) {
  const { text, ...options } = job;
  const answers = {};
  for (const [name, library] of Object.entries(LIBRARIES)) {
    answers[name] = await checked(library, JSON.parse(text), { ...options, documentLoader });
  }
  return answers;
}

const [contexts, jobs] = process.argv.slice(2);
const loader = offlineLoader(contexts);
const all = [];
for (const job of JSON.parse(readFileSync(jobs, 'utf8'))) {
  all.push(await answer(job, loader));
}
console.log(JSON.stringify(all));
