import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { Fault } from '@seatmatrix/protocol/kernel';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined };

/** A record of some collection, as far as tests look into it. */
export interface Resource {
  readonly key: string;
  readonly name: string;
  readonly id: string;
  readonly version: number;
  readonly [field: string]: Json;
}

/** Asks a manager's REST interface as a program does: with a cookie and nothing of a browser. */
export class SiteClient {
  readonly base: string;
  readonly #fingerprint: string | null;
  cookie = '';

  /** `fingerprint`: the certificate that the manager said is its own; null for the demonstration's plain HTTP. */
  constructor({ base, fingerprint }: { readonly base: string; readonly fingerprint: string | null }) {
    this.base = base;
    this.#fingerprint = fingerprint;
  }

  ask(
    method: string,
    path: string,
    { body, headers = {} }: { readonly body?: Json; readonly headers?: Readonly<Record<string, string>> } = {},
  ): Promise<Answer> {
    const url = new URL(path, this.base);
    const secure = url.protocol === 'https:';
    const cookie: Record<string, string> = this.cookie === '' ? {} : { cookie: this.cookie };
    const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    return new Promise((resolve, reject) => {
      const asked = (secure ? httpsRequest : httpRequest)(
        url,
        // Nobody signed the certificate: its fingerprint is compared instead, as a person would.
        { method, agent: false, rejectUnauthorized: false, headers: { ...cookie, ...type, ...headers } },
        (response) => {
          let text = '';
          const shown = secure ? (response.socket as TLSSocket).getPeerCertificate().fingerprint256 : null;
          if (shown !== this.#fingerprint) {
            reject(new Fault({ code: 'certificate-invalid', message: `${shown} is not ${this.#fingerprint}` }));
          }
          response.setEncoding('utf8');
          response.on('data', (part: string) => {
            text += part;
          });
          response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
        },
      );
      asked.on('error', reject);
      asked.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  /** Rejects unless the answer is a success. */
  async do(method: string, path: string, body?: Json, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const answer = await this.ask(method, path, body === undefined ? { headers } : { body, headers });
    if (answer.status >= 300) {
      throw new Fault({ code: 'configuration-invalid', message: `${method} ${path}: ${answer.status} ${answer.text}` });
    }
    return answer;
  }

  async signIn(path: '/api/session' | '/api/claim', body: Json): Promise<void> {
    const { headers } = await this.do('POST', path, body);
    this.cookie = (headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
  }

  async list(collection: string): Promise<readonly Resource[]> {
    const { text } = await this.do('GET', `/api/${collection}`);
    return (JSON.parse(text) as { readonly items: readonly Resource[] }).items;
  }

  async create(collection: string, value: Json): Promise<Resource> {
    return JSON.parse((await this.do('POST', `/api/${collection}`, value)).text) as Resource;
  }

  /** Changes some fields of a record, on the version that is there now. */
  async change(collection: string, key: string, fields: { readonly [name: string]: Json }): Promise<void> {
    const { text } = await this.do('GET', `/api/${collection}/${key}`);
    const now = JSON.parse(text) as Resource;
    await this.do('PUT', `/api/${collection}/${key}`, { ...now, ...fields }, { 'if-match': `"${now.version}"` });
  }
}
