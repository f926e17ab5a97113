import { useSpeak } from '#app/i18n/speak.tsx'

export type TaskState = 'completed' | 'in-progress' | 'to-do' | 'blocked' | 'problem'
export type Task = {
  key: string
  title: string
  state: TaskState
  href?: string | undefined
  hint?: string | undefined
}

/** What there is to do, in groups. Finished work is plain text, so that the rest stands out. */
export function TaskList(props: {
  groups: readonly { key: string; title: string; tasks: readonly Task[] }[]
}) {
  const { t } = useSpeak()
  return (
    <ol className="tasks">
      {props.groups.map((group) => (
        <li key={group.key}>
          <h2>{group.title}</h2>
          <ul>
            {group.tasks.map((task) => (
              <li key={task.key} className={`task task-${task.state}`}>
                <span>
                  {task.href && task.state !== 'blocked' ? (
                    <a href={task.href} aria-describedby={`task-${task.key}`}>
                      {task.title}
                    </a>
                  ) : (
                    task.title
                  )}
                  {task.hint && <span className="hint">{task.hint}</span>}
                </span>
                <span id={`task-${task.key}`} className="state">
                  {t(`task.${task.state}`)}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
