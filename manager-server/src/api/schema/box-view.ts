import { commandRefusals } from '@seatmatrix/protocol/domain';
import { z } from 'zod';
import {
  deviceIdSchema,
  deviceKeySchema,
  fingerprintSchema,
  operatorKeySchema,
  seatKeySchema,
  sessionIdSchema,
} from './key.ts';

const date = z.number().meta({ description: 'milliseconds since 1970, by the manager’s clock' });

const reportSchema = z
  .object({
    type: z.literal('box-report'),
    mode: z.object({ width: z.number(), height: z.number(), rate: z.number() }).nullable(),
    capture: z.enum(['no-cable', 'no-signal', 'unsupported-mode', 'signal', 'none']),
    codec: z.enum(['jpeg', 'h264']).nullable(),
    framesPerSecond: z.number().meta({ description: 'sent or shown' }),
    engine: z.string().nullable().meta({ description: 'what encodes or decodes, and why that' }),
    refused: z.number().meta({ description: 'packets since the start that were nobody’s or were not protected' }),
    reception: z
      .object({
        loss: z.number().meta({ description: 'share of packets lost, 0–1' }),
        jitter: z.number().meta({ description: 'milliseconds, RFC 3550 §6.4.1' }),
      })
      .nullable()
      .meta({ description: 'null where no packets are counted' }),
    delay: z
      .number()
      .nullable()
      .meta({ description: 'milliseconds from the capture to the display; null where unknown' }),
    temperature: z.number().nullable().meta({
      description: 'degrees Celsius, of the sensor that is nearest to its limit; null where nothing measures it',
    }),
    firmware: z.string(),
    bitsPerSecond: z.number().nullable().meta({ description: 'of the picture, sent or received' }),
    temperatureLimit: z.number().nullable().meta({ description: 'degrees Celsius at which the sensor’s maker warns' }),
    load: z.number().nullable().meta({
      description: 'work that wants a processor, averaged over a minute, by the number of processors',
    }),
    memory: z.object({ used: z.number(), total: z.number() }).nullable().meta({ description: 'bytes' }),
    uptime: z.number().nullable().meta({ description: 'seconds since the box was switched on' }),
    identifySigns: z
      .array(z.enum(['screen', 'keyboard', 'lamp']))
      .readonly()
      .meta({
        description: 'by what a person finds the box that is told to identify itself',
      }),
  })
  .meta({ id: 'BoxReport' });

export const boxSchema = z
  .object({
    fingerprint: fingerprintSchema,
    state: z.enum(['pending', 'adopted']),
    online: z.boolean(),
    kind: z.enum(['transmitter', 'receiver']).nullable(),
    device: deviceKeySchema.nullable(),
    address: z.string().nullable(),
    firmware: z.string().nullable(),
    model: z.string().nullable(),
    lastSeen: date.nullable(),
    report: reportSchema.nullable(),
    twins: z.array(z.string()).meta({
      description: 'addresses from which its key is used, when two boxes have it and neither is let in; else empty',
    }),
  })
  .meta({ id: 'Box' });

export const enrolmentCodeSchema = z.object({
  key: z.string(),
  device: deviceKeySchema.nullable(),
  createdAt: date,
  expiresAt: date,
});

const statusSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('opening') }),
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('live'), picture: z.boolean() }),
  z.object({ type: z.literal('failed'), reason: z.enum(['link-failed', 'no-signal']) }),
  z.object({ type: z.literal('lost') }),
]);

export const routeSchema = z
  .object({
    receiver: deviceKeySchema,
    route: z.string().nullable(),
    transmitter: deviceKeySchema.nullable(),
    attempt: deviceKeySchema.nullable().meta({ description: 'the transmitter of an attempt under way' }),
    mode: z.enum(['shared', 'view']).nullable(),
    basis: z.object({ type: z.enum(['own-grant', 'push']), operator: operatorKeySchema }).nullable(),
    status: statusSchema.nullable().meta({ description: 'what the receiver last reported' }),
  })
  .meta({ id: 'Route' });

export const sessionSchema = z
  .object({
    id: sessionIdSchema,
    seat: seatKeySchema.nullable(),
    receivers: z.array(deviceKeySchema),
    operator: operatorKeySchema,
    since: date,
  })
  .meta({ id: 'Session' });

export const refusalSchema = z.enum(commandRefusals);

export const outcomeSchema = z
  .object({
    refusal: refusalSchema.nullable().meta({ description: 'null: done' }),
    targets: z.array(z.object({ id: deviceIdSchema, name: z.string(), refusal: refusalSchema.nullable() })),
  })
  .meta({ id: 'CommandOutcome' });
