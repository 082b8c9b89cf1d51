type Due = { readonly dueAt: string | null };

export type Group<Task> = { readonly key: 'overdue' | 'today' | 'later' | 'undated'; readonly tasks: readonly Task[] };

const dayOf = (at: string | number): string => new Date(at).toDateString();

/** Tasks that come in the order of when they are due, parted by that as the viewer’s own days have it. */
export function groupByDue<Task extends Due>(tasks: readonly Task[], now: number): Group<Task>[] {
  const keyOf = ({ dueAt }: Task): Group<Task>['key'] => {
    if (dueAt === null) return 'undated';
    if (new Date(dueAt).getTime() < now) return 'overdue';
    return dayOf(dueAt) === dayOf(now) ? 'today' : 'later';
  };
  const keys = ['overdue', 'today', 'later', 'undated'] as const;
  return keys
    .map((key) => ({ key, tasks: tasks.filter((task) => keyOf(task) === key) }))
    .filter((group) => group.tasks.length > 0);
}
