# The bot with its briefs, for an ordinary user on a read-only root; all that it writes goes to /data.
#   docker build -t briefbot . && docker run --read-only --cap-drop ALL -v briefbot:/data -e DISCORD_TOKEN briefbot
ARG BASE=python:3.11-slim-bookworm

FROM ${BASE} AS build
COPY requirements/runtime.txt /
RUN python -m venv --without-pip /venv \
 && python -m pip --python /venv/bin/python install --disable-pip-version-check --no-cache-dir --no-compile \
    --require-hashes --only-binary :all: -r /runtime.txt \
 && find /venv/lib -type d -path '*/numpy/*' -name tests -prune -exec rm -rf {} + \
 && find /venv/lib -path '*/spellchecker/resources/*' -name '*.json.gz' ! -name en.json.gz -delete
# Compiled here, since nothing can be written next to the code later.
COPY bot /app/bot
RUN python -m compileall -q -j 0 --invalidation-mode unchecked-hash /venv/lib /app/bot \
 && printf '%s\n' '#!/venv/bin/python' 'import sys' 'sys.path.insert(0, "/app")' 'from bot.__main__ import main' 'main()' \
    > /venv/bin/briefbot \
 && chmod 755 /venv/bin/briefbot

FROM ${BASE}
RUN useradd --system --uid 10001 --user-group --no-create-home --home-dir /data briefbot \
 && install -d -o briefbot -g briefbot /data
COPY --from=build /venv /venv
COPY --from=build /app /app
COPY briefs /app/briefs
ENV PATH=/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 BRIEFBOT_DATA_DIR=/data
WORKDIR /app
USER briefbot
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=2 CMD ["briefbot", "health"]
ENTRYPOINT ["briefbot"]
CMD ["run"]
