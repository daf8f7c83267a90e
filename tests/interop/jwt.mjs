// Checks presentations that are JWTs with jose, by the holder's did:key.
//
//   node jwt.mjs JOBS-FILE
//
// The jobs are a JSON array of {text, key, challenge, domain, now}, `key` being the holder's public JWK. Prints a JSON
// array: for each the payload, or the code of the error.
import { readFileSync } from 'node:fs';
import { importJWK, jwtVerify } from 'jose';

async function answer({ text, key, challenge, domain, now }) {
  try {
    const { payload } = await jwtVerify(text, await importJWK(key, 'EdDSA'), {
      algorithms: ['EdDSA'],
      audience: domain,
      issuer: key.kid,
      typ: 'vp+jwt',
      currentDate: new Date(now),
    });
    return payload.nonce === challenge ? { payload } : { error: 'nonce' };
  } catch (error) {
    return { error: error.claim ?? error.code };
  }
}

const answers = [];
for (const job of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  answers.push(await answer(job));
}
console.log(JSON.stringify(answers));
