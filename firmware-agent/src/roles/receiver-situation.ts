import type { Situation, SourceSituation } from '@seatmatrix/osd';
import type { Fingerprint, ReceiverPlan } from '@seatmatrix/protocol/domain';
import type { OpenerLink } from '../media/opener-link.ts';

/** What the receiver knows of itself, for its OSD. */
export interface ReceiverKnowledge {
  readonly firmware: string;
  readonly fingerprint: Fingerprint;
  readonly plan: ReceiverPlan | null;
  readonly carrier: boolean;
  readonly manager: { readonly live: boolean; readonly pending: boolean };
  readonly focused: boolean;
  /** The link that is shown, else the one that is to be. */
  readonly link: OpenerLink | null;
  /** Its link is up, and no picture comes over it. */
  readonly frozen: boolean;
}

export function situationOf(known: ReceiverKnowledge): Situation {
  const { firmware, fingerprint, plan, carrier, manager, focused, link, frozen } = known;
  const members = plan?.seat.members ?? [];
  const index = members.findIndex((member) => member.key === plan?.device.key);
  return {
    version: firmware,
    device:
      plan === null ? null : { id: plan.device.id, name: plan.device.name, receiverKind: plan.device.receiverKind },
    carrier,
    manager: manager.live ? 'live' : 'lost',
    pending: manager.pending ? { fingerprint } : null,
    operator: plan?.session?.operator ?? null,
    focused,
    display: { number: Math.max(index, 0) + 1, count: Math.max(members.length, 1) },
    source: link === null ? null : sourceOf(link, frozen),
  };
}

/** Whether the OSD has something new to be told. */
export const sameSituation = (one: Situation, other: Situation): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

function sourceOf({ route, reported }: OpenerLink, frozen: boolean): SourceSituation {
  const picture = pictureOf(reported);
  const shown = picture === 'live' && frozen ? 'frozen' : picture;
  return { id: route.source.id, name: route.source.name, picture: shown, mode: route.mode };
}

function pictureOf(status: OpenerLink['reported']): SourceSituation['picture'] {
  switch (status?.type) {
    case 'live':
      return status.picture ? 'live' : 'no-signal';
    case 'lost':
      return 'lost';
    default:
      return 'opening';
  }
}
