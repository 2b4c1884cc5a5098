import type { Group, Operator } from '@seatmatrix/protocol/domain';
import { allOf, conflict, distinct, invalid, type Law } from './law.ts';

const nameIsFree: Law<Operator> = (operator, site) => {
  const other = site.operatorsNamed(operator.name).find((each) => each.key !== operator.key);
  return other === undefined ? null : conflict('/name', `there is already an operator ${other.name}`);
};

const groupsExist: Law<Operator> = (operator, site) => {
  for (const [index, key] of operator.groups.entries()) {
    if (!site.snapshot.groups.has(key)) return invalid(`/groups/${index}`, `there is no group ${key}`);
  }
  return distinct(operator.groups, { pointer: '/groups', noun: 'group' });
};

export const operatorLaw: Law<Operator> = allOf(nameIsFree, groupsExist);

export const groupLaw: Law<Group> = () => null;
